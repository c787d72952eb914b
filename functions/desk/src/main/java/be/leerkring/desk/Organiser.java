package be.leerkring.desk;

/**
 * Somebody who runs the network, and has signed in. A controller method of the desk that has it among its arguments
 * gets it.
 *
 * @param address the mail address, as it was proven; in lower case
 * @param fresh whether it was proven within the last ten minutes, as is asked of whoever lets others in
 */
public record Organiser(String address, boolean fresh) {

    /** One of whom no more than the address is known: for nothing that asks for a fresh sign-in. */
    public Organiser(String address) {
        this(address, false);
    }
}
