package guichet.authorization.page;

import guichet.authorization.language.Text;
import guichet.oauth.FormEncoding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A page with one form.
 *
 * @param introduction a sentence before it, if there is one
 * @param application for whom it is filled in, or empty
 * @param message what is wrong with the whole of it, if something is
 * @param action where it is posted
 * @param hidden what it carries along
 */
public record FormView(
        Text title,
        Optional<Text> introduction,
        String application,
        Optional<Text> message,
        String action,
        Map<String, String> hidden,
        List<Field> fields,
        Text button,
        List<Link> links) {
    /** What proves that a form is ours, and is in no address. */
    private static final Set<String> PROOFS = Set.of("csrf", "person");

    public FormView {
        hidden = Map.copyOf(hidden);
        fields = List.copyOf(fields);
        links = List.copyOf(links);
    }

    /** A form, posted to where it is shown. */
    public static FormView of(Text title, String action, Text button) {
        return new FormView(
                title,
                Optional.empty(),
                "",
                Optional.empty(),
                action,
                Map.of(),
                List.of(),
                button,
                List.of());
    }

    public FormView introduction(Text text) {
        return new FormView(
                title,
                Optional.of(text),
                application,
                message,
                action,
                hidden,
                fields,
                button,
                links);
    }

    public FormView application(String name) {
        return new FormView(
                title, introduction, name, message, action, hidden, fields, button, links);
    }

    public FormView message(Text text) {
        return new FormView(
                title,
                introduction,
                application,
                Optional.of(text),
                action,
                hidden,
                fields,
                button,
                links);
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
    public FormView faulty(Map<String, Text> faults) {
        return fields(
                fields.stream()
                        .map(it ->
                                Optional.ofNullable(faults.get(it.name()))
                                        .map(it::fault)
                                        .orElse(it))
                        .toList());
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
        return message.isPresent() || !faults().isEmpty();
    }

    /** The fields that have to be changed. */
    public List<Field> faults() {
        return fields.stream().filter(Field::isFaulty).toList();
    }

    /** The name of the field in which to begin, or empty. */
    public String focus() {
        return faults().stream().map(Field::name).findFirst().orElse("");
    }

    /** Where the form is to be had empty, for the same request or link. */
    public String address() {
        var about = new HashMap<>(hidden);
        about.keySet().removeAll(PROOFS);
        about.values().removeIf(String::isEmpty);
        return about.isEmpty() ? action : action + "?" + FormEncoding.of(about);
    }

    /** Somewhere else to go. */
    public record Link(Text text, String address) {}
}
