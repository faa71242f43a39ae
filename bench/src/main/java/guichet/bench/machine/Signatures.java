package guichet.bench.machine;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;

/** ES256 by Amazon's provider, the fastest that there is for Java. */
final class Signatures {
    private static final int SIZE_OF_A_TOKEN = 600;

    private Signatures() {}

    static Series perSecond(Duration duration) {
        Provider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        try {
            var generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            PrivateKey key = generator.generateKeyPair().getPrivate();
            byte[] token = new byte[SIZE_OF_A_TOKEN];
            double rate = Repeating.perSecond(duration, () -> sign(token, key, provider));
            return new Series("ES256 signatures of one core", "/s", List.of(rate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sign(byte[] token, PrivateKey key, Provider provider)
            throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withECDSA", provider);
        signature.initSign(key);
        signature.update(token);
        signature.sign();
    }
}
