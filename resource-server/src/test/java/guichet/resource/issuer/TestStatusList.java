package guichet.resource.issuer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** A status list in the making: good in everything that a test does not change. */
public final class TestStatusList {
    private static final int BYTES = 16_384;

    private final TestToken token;

    private TestStatusList(String uri, String lst) {
        this.token =
                TestToken.forApi("nobody")
                        .without("aud")
                        .type("statuslist+jwt")
                        .subject(uri)
                        .at("exp", Instant.now().plusSeconds(86_400))
                        .with("ttl", 5)
                        .with("status_list", Map.of("bits", 1, "lst", lst));
    }

    /** The list of this number, in which the grants at these positions have ended. */
    public static TestStatusList of(int number, int... ended) {
        var bits = new BitSet();
        Arrays.stream(ended).forEach(bits::set);
        return new TestStatusList(
                TestIssuer.list(number), deflated(Arrays.copyOf(bits.toByteArray(), BYTES)));
    }

    /** The token that it is sent as, to be made bad. */
    public TestToken token() {
        return token;
    }

    String signed() {
        return token.signed();
    }

    private static String deflated(byte[] bytes) {
        var compressed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(compressed)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(compressed.toByteArray());
    }
}
