/** An issuer for tests: it publishes keys over HTTP and signs tokens, good ones and bad ones. */
@NullMarked
package guichet.resource.issuer;

import org.jspecify.annotations.NullMarked;
