package guichet.kit.issuer;

import guichet.guard.setting.MustBe;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

/** The address by which the world knows the suite; who needs it has it injected by name. */
@Unremovable
@ConfigMapping(prefix = "guichet.issuer")
interface IssuerConfig {
    /**
     * It is compared to the letter (RFC 8414 §3.3), and what is appended to a slash would be an
     * address with two. No default.
     */
    @WithParentName
    @MustBe(
            value =
                    "an https address without user, query, fragment and slash at the end, such as"
                            + " https://auth.example",
            test = IsIssuer.class)
    String address();
}
