package guichet.authorization.page;

import org.jboss.resteasy.reactive.RestResponse;

/** What hold a page that opened ours in a window of its own keeps of that window, HTML §7.1.3. */
public final class OpenerPolicy {
    private OpenerPolicy() {}

    /**
     * The same answer, which leaves no hold. That goes for every answer of an address or for none,
     * redirects too: whoever opened the window would otherwise tell from the hold whether somebody
     * is signed in. The pages on the way to an application leave it: those that sign people in by a
     * window of their own need it.
     */
    public static RestResponse<String> apart(RestResponse<String> answer) {
        answer.getHeaders().putSingle("Cross-Origin-Opener-Policy", "same-origin");
        return answer;
    }
}
