package guichet.authorization.page;

import java.util.List;
import java.util.Map;

/**
 * A page with one form.
 *
 * @param introduction a sentence before it, or empty
 * @param application for whom it is filled in, or empty
 * @param message what is wrong with the whole of it, or empty
 * @param action where it is posted
 * @param hidden fields that nobody sees
 * @param button what it does
 * @param links where else to go
 */
public record FormView(
        String title,
        String introduction,
        String application,
        String message,
        String action,
        Map<String, String> hidden,
        List<Field> fields,
        String button,
        List<Link> links) {
    public FormView {
        hidden = Map.copyOf(hidden);
        fields = List.copyOf(fields);
        links = List.copyOf(links);
    }

    /** A form, posted to where it is shown. */
    public static FormView of(String title, String action, String button) {
        return new FormView(title, "", "", "", action, Map.of(), List.of(), button, List.of());
    }

    public FormView introduction(String text) {
        return new FormView(
                title, text, application, message, action, hidden, fields, button, links);
    }

    public FormView application(String name) {
        return new FormView(
                title, introduction, name, message, action, hidden, fields, button, links);
    }

    public FormView message(String text) {
        return new FormView(
                title, introduction, application, text, action, hidden, fields, button, links);
    }

    public FormView hidden(Map<String, String> more) {
        return new FormView(
                title, introduction, application, message, action, more, fields, button, links);
    }

    public FormView fields(List<Field> more) {
        return new FormView(
                title, introduction, application, message, action, hidden, more, button, links);
    }

    /** What is to be changed, by field. */
    public FormView faulty(Map<String, String> faults) {
        return fields(
                fields.stream().map(it -> it.fault(faults.getOrDefault(it.name(), ""))).toList());
    }

    public FormView links(Link... more) {
        return new FormView(
                title,
                introduction,
                application,
                message,
                action,
                hidden,
                fields,
                button,
                List.of(more));
    }

    /** Whether something has to be changed, which the title of the page says too. */
    public boolean isFaulty() {
        return !message.isEmpty() || !faults().isEmpty();
    }

    /** The fields that have to be changed. */
    public List<Field> faults() {
        return fields.stream().filter(field -> !field.fault().isEmpty()).toList();
    }

    /** The name of the field in which to begin, or empty. */
    public String focus() {
        return faults().stream().map(Field::name).findFirst().orElse("");
    }

    /** Somewhere else to go. */
    public record Link(String text, String address) {}
}
