/** Registration, from a form to a person in a chair: by the person, by what runs by itself, and by organisers. */
package be.leerkring.registration;
