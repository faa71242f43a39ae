package guichet.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Where there is a build of the provider, it is the one for this platform. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FastCryptoTest {
    private static final String LIBRARY =
            "com/amazon/corretto/crypto/provider/libamazonCorrettoCryptoProvider.so";

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_provider_loads() {
        assertThat(AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError()).isNull();
    }

    @Test
    void no_other_platforms_library_hides_it() throws IOException {
        var found = AmazonCorrettoCryptoProvider.class.getClassLoader().getResources(LIBRARY);

        assertThat(Collections.list(found)).hasSize(1);
    }
}
