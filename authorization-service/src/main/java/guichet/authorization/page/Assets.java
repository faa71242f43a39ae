package guichet.authorization.page;

import guichet.oauth.Sha256;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The addresses of our own styles, scripts and images; templates read it as {@code inject:assets}.
 * Each has a part of the file's digest in it: browsers may keep it for a year, RFC 8246, since a
 * file that changes has another address. {@link AssetLifetimes} sees to the others.
 */
@Singleton
@Named("assets")
public class Assets {
    static final String FOLDER = "/assets/";
    private static final int ENOUGH = 12;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** The address of the file of this name. */
    public String address(String file) {
        return addresses.computeIfAbsent(file, Assets::versioned);
    }

    /** Whether this is the address of a file as it is here, and not in another version of ours. */
    boolean isAddress(String path, String query) {
        String file = path.substring(FOLDER.length());
        return Assets.class.getResource(resource(file)) != null
                && address(file).equals("%s?%s".formatted(path, query));
    }

    private static String versioned(String file) {
        String digest = Sha256.hex(read(file));
        return "%s%s?v=%s".formatted(FOLDER, file, digest.substring(0, ENOUGH));
    }

    private static String read(String file) {
        try (InputStream content = Assets.class.getResourceAsStream(resource(file))) {
            if (content == null) {
                throw new IllegalStateException("assets/%s is missing".formatted(file));
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String file) {
        return "/META-INF/resources" + FOLDER + file;
    }
}
