package be.leerkring.platform.request;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Where a request came from, as tries are counted. */
public final class Source {

    private Source() {}

    /**
     * The network that this address stands for: an IPv4 address itself, and of an IPv6 address its first 64 bits, which
     * is what a subscriber gets at the least (RFC 6177). What is no address stands for itself.
     *
     * @param address of the connection's other end, never what a header says
     */
    public static String of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? "%016x/64".formatted(ByteBuffer.wrap(six.getAddress()).getLong())
                    : InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
