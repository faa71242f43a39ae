package guichet.local.certificate;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/** Keys and certificates as text, RFC 7468. */
public final class Pem {
    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    public static String of(Certificate certificate) throws CertificateEncodingException {
        return text("CERTIFICATE", certificate.getEncoded());
    }

    /** A private key, in PKCS #8. */
    public static String of(Key key) {
        return text("PRIVATE KEY", key.getEncoded());
    }

    private static String text(String label, byte[] octets) {
        return """
        -----BEGIN %1$s-----
        %2$s
        -----END %1$s-----
        """
                .formatted(label, LINES.encodeToString(octets));
    }
}
