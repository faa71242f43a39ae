package guichet.local.terminal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ports of loopback that are free, below those from which systems take the near end of a connection
 * (32768 on Linux): whatever connects meanwhile takes none of them.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Whoever was given some may not have opened them yet. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** So many, none of which this process was given before. */
    public static List<Integer> find(int count) {
        return RANDOM.ints(FIRST, END)
                .boxed()
                .filter(FreePorts::isFree)
                .filter(GIVEN::add)
                .limit(count)
                .toList();
    }

    /** Whether nobody listens there. */
    public static boolean isFree(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
