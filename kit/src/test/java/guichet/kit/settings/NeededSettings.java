package guichet.kit.settings;

import java.util.HashMap;
import java.util.Map;

/** What no service with neighbours has a default for. */
public final class NeededSettings {
    /** A credential that is just long enough. */
    public static final String CREDENTIAL = "thirty-two-letters-as-are-needed";

    /** 32 bytes in base64. */
    public static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private NeededSettings() {}

    /** These, and those of every such service. */
    public static Map<String, String> with(Map<String, String> own) {
        var all = new HashMap<>(own);
        all.put("GUICHET_ISSUER", "https://auth.example");
        all.put("GUICHET_INTERNAL_TLS_FOLDER", "/certificates");
        all.put("GUICHET_DATABASE_URL", "jdbc:postgresql://db.example/it");
        all.put("GUICHET_DATABASE_USERNAME", "it");
        all.put("GUICHET_DATABASE_PASSWORD", "hush");
        return Map.copyOf(all);
    }
}
