/**
 * The words of OAuth as values: scopes, grant types, forms, errors and opaque credentials.
 *
 * <p>Follows RFC 6749 (grammar of requests and errors), RFC 6750 (bearer errors) and RFC 7591
 * (registration errors). Owns no behaviour of any one service and knows no framework: HTTP, storage
 * and configuration are left to {@code guichet.kit} and to the services.
 */
@NullMarked
package guichet.oauth;

import org.jspecify.annotations.NullMarked;
