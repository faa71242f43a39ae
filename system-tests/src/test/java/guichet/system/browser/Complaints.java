package guichet.system.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the browser writes on its console: what a content security policy forbids, what does not
 * load, what fails in a script.
 */
final class Complaints {
    private final Set<Complaint> all = ConcurrentHashMap.newKeySet();
    private final Set<String> opened = ConcurrentHashMap.newKeySet();

    private Complaints() {}

    static Complaints of(Page page) {
        var complaints = new Complaints();
        page.onConsoleMessage(complaints::note);
        page.onPageError(error -> complaints.all.add(new Complaint(error, page.url())));
        page.onRequest(complaints::note);
        return complaints;
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error")) {
            all.add(new Complaint(message.text(), message.location()));
        }
    }

    private void note(Request request) {
        if (request.isNavigationRequest() && request.frame().parentFrame() == null) {
            opened.add(request.url());
        }
    }

    /** All but that a page itself bears the status of a refusal, which is what it is for. */
    List<String> unexpected() {
        return all.stream().filter(it -> !isExpected(it)).map(Complaint::toString).toList();
    }

    private boolean isExpected(Complaint complaint) {
        return complaint.isStatus() && opened.stream().anyMatch(complaint::isAbout);
    }

    private record Complaint(String text, String location) {
        boolean isStatus() {
            return text.startsWith("Failed to load resource: the server responded with a status");
        }

        boolean isAbout(String address) {
            return location.equals(address) || location.startsWith(address + ":");
        }
    }
}
