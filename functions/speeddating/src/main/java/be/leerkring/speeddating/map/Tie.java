package be.leerkring.speeddating.map;

/**
 * What is between two organisations.
 *
 * @param meetings how often people of the two shared a table
 * @param contacts how many pairs of people stay in touch, as both wished
 * @param since the session at which they met first, from 0
 */
record Tie(int meetings, int contacts, int since) {

    Tie and(Tie more) {
        return new Tie(meetings + more.meetings, contacts + more.contacts, since);
    }
}
