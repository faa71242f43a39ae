package guichet.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What templates read means one thing only: Qute takes {@code it.fixed} for {@code fixed()} before
 * it thinks of {@code isFixed()}, and everything that {@code fixed()} may return for true.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplatesTest {
    private static final List<String> GETTERS = List.of("is", "has", "get");

    /** How a method is called that answers the same object in another way. */
    private static final String WITHER = "(as|with)[A-Z].*";

    private static final Set<JavaClass> READ = readByTemplates();

    @Test
    void templates_are_looked_at() {
        assertThat(READ)
                .extracting(JavaClass::getSimpleName)
                .contains(
                        "FormView",
                        "Field",
                        "Link",
                        "Approval",
                        "SignInLinks",
                        "FilmPage",
                        "Visitor");
    }

    @Test
    void no_property_has_two_accessors() {
        assertThat(READ).allSatisfy(type -> assertThat(clashes(type)).isEmpty());
    }

    @Test
    void what_changes_an_object_does_not_read_like_a_property() {
        assertThat(READ)
                .allSatisfy(type ->
                        assertThat(accessors(type))
                                .filteredOn(it -> it.getRawReturnType().equals(type))
                                .extracting(JavaMethod::getName)
                                .allMatch(name -> name.matches(WITHER)));
    }

    private static List<String> clashes(JavaClass type) {
        Set<String> names =
                accessors(type).stream().map(JavaMethod::getName).collect(Collectors.toSet());
        return names.stream()
                .flatMap(name -> GETTERS.stream().map(getter -> getter + capitalized(name)))
                .filter(names::contains)
                .toList();
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** What can be read without saying anything else. */
    private static List<JavaMethod> accessors(JavaClass type) {
        return type.getMethods().stream()
                .filter(it -> it.getRawParameterTypes().isEmpty())
                .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC))
                .filter(it -> !it.getModifiers().contains(JavaModifier.SYNTHETIC))
                .toList();
    }

    /**
     * The parameters of templates, templates that are records, beans with a name, and all that is
     * found in either.
     */
    private static Set<JavaClass> readByTemplates() {
        var found = new HashSet<JavaClass>();
        var open = new ArrayDeque<JavaClass>();
        Suite.CLASSES.forEach(type -> roots(type).forEach(open::add));
        while (!open.isEmpty()) {
            JavaClass type = open.pop();
            if (type.getPackageName().startsWith("guichet.") && found.add(type)) {
                type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .map(JavaField::getAllInvolvedRawTypes)
                        .forEach(open::addAll);
            }
        }
        return found;
    }

    private static Stream<JavaClass> roots(JavaClass type) {
        Stream<JavaClass> parameters =
                type.getMethods().stream()
                        .filter(it -> it.getModifiers().contains(JavaModifier.NATIVE))
                        .flatMap(it -> it.getParameterTypes().stream())
                        .flatMap(it -> it.getAllInvolvedRawTypes().stream());
        return type.isAnnotatedWith("jakarta.inject.Named")
                        || type.isAssignableTo("io.quarkus.qute.TemplateInstance")
                ? Stream.concat(Stream.of(type), parameters)
                : parameters;
    }
}
