package guichet.resource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;

/** Statuses by position, Token Status List §4. */
final class StatusList {
    private static final Set<Long> WIDTHS = Set.of(1L, 2L, 4L, 8L);
    private static final int LARGEST_BYTES = 1 << 20;
    private static final int VALID = 0;

    private final byte[] statuses;
    private final int bits;

    private StatusList(byte[] statuses, int bits) {
        this.statuses = statuses;
        this.bits = bits;
    }

    /**
     * Reads the claim {@code status_list}.
     *
     * @throws IllegalArgumentException if it is malformed
     */
    static StatusList of(Map<?, ?> claim) {
        if (!(claim.get("bits") instanceof Long bits
                && WIDTHS.contains(bits)
                && claim.get("lst") instanceof String lst)) {
            throw new IllegalArgumentException("no status list of 1, 2, 4 or 8 bits");
        }
        return new StatusList(inflated(lst), bits.intValue());
    }

    private static byte[] inflated(String lst) {
        var compressed = new ByteArrayInputStream(Base64.getUrlDecoder().decode(lst));
        try (var inflater = new InflaterInputStream(compressed)) {
            return inflater.readNBytes(LARGEST_BYTES);
        } catch (IOException e) {
            throw new IllegalArgumentException("lst is not compressed", e);
        }
    }

    /** Whether the status there is VALID, §7.1; what the list does not hold is not. */
    boolean isValid(long index) {
        long perByte = Byte.SIZE / bits;
        long place = index / perByte;
        if (place >= statuses.length) {
            return false;
        }
        int shift = (int) (index % perByte) * bits;
        return ((statuses[(int) place] >> shift) & ((1 << bits) - 1)) == VALID;
    }
}
