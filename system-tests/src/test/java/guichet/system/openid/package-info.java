/**
 * What the certification profiles of the OpenID Foundation demand of a provider, a class for each
 * profile or part of one, against a whole stack over https. The relying party is a real server and
 * the browser runs the scripts of the pages.
 */
package guichet.system.openid;
