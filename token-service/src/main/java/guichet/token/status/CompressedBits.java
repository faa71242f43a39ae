package guichet.token.status;

import guichet.token.grant.StatusIndex;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.zip.Deflater;

/**
 * The member {@code lst}, Token Status List §4.1: one bit to a place, lowest bit first, in zlib.
 */
final class CompressedBits {
    private static final int BYTES = StatusIndex.LIST_SIZE / Byte.SIZE;

    /** What zlib adds at worst to bytes that it cannot compress, generously. */
    private static final int OVERHEAD = 1024;

    private CompressedBits() {}

    static String of(BitSet bits) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(Arrays.copyOf(bits.toByteArray(), BYTES));
            deflater.finish();
            var compressed = new byte[BYTES + OVERHEAD];
            int length = deflater.deflate(compressed);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(compressed, length));
        }
    }
}
