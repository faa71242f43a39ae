package guichet.registry.resource;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * An API as an administrator sees it.
 *
 * @param declared whether the settings declare it: then it is changed there, and nowhere else
 * @param reserved whether its scopes are for clients that the settings declare
 */
record DescribedApi(@JsonUnwrapped Api api, boolean declared, boolean reserved, long version) {
    /** The same, but not the default. */
    DescribedApi asOneOfMany() {
        return new DescribedApi(api.asOneOfMany(), declared, reserved, version);
    }

    static DescribedApi of(OfferedResource offered, List<ApiScope> scopes) {
        return new DescribedApi(
                new Api(
                        offered.name,
                        offered.identifier,
                        offered.title,
                        offered.isDefault,
                        offered.signingAlgorithm,
                        Optional.ofNullable(offered.accessTokenLifetime),
                        offered.accessTokenClaims,
                        Optional.ofNullable(offered.clientId),
                        scopes),
                offered.declared,
                offered.reserved,
                offered.version);
    }
}
