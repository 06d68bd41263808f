package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.RawToken;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sends a request, by network address and by the mark that their browser shows, if it was given one; known only so
 * that their attempts can be counted. An IPv6 connection has 2⁶⁴ addresses to choose from, so it counts as a whole.
 */
public record Visitor(String address, @Nullable RawToken mark) {

    private static final int BYTES_OF_A_CONNECTION = 8;

    public Visitor {
        address = connection(address);
    }

    public Visitor(String address) {
        this(address, null);
    }

    private static String connection(String address) {
        try {
            var known = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return known instanceof Inet6Address ? network(known.getAddress()) : known.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    private static String network(byte[] address) {
        Arrays.fill(address, BYTES_OF_A_CONNECTION, address.length, (byte) 0);
        try {
            return InetAddress.getByAddress(address).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
