package guichet.local.settings;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue.OfString;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The properties that classes read: their mappings, what is injected by name, and prefixes. */
final class ConfigClasses {
    private static final ClassDesc MAPPING = ClassDesc.of("io.smallrye.config.ConfigMapping");
    private static final ClassDesc PARENT_NAME = ClassDesc.of("io.smallrye.config.WithParentName");
    private static final ClassDesc PROPERTY =
            ClassDesc.of("org.eclipse.microprofile.config.inject.ConfigProperty");
    private static final ClassDesc MAP = ClassDesc.of("java.util.Map");

    private final Map<ClassDesc, ClassModel> classes = new HashMap<>();

    ConfigClasses(Collection<byte[]> files) {
        for (byte[] file : files) {
            ClassModel model = ClassFile.of().parse(file);
            classes.put(model.thisClass().asSymbol(), model);
        }
    }

    /** Those of ours; one that ends with a dot stands for all below it. */
    Stream<String> properties() {
        return classes.values().stream()
                .flatMap(model ->
                        Stream.of(mapped(model), injected(model), prefixes(model))
                                .flatMap(properties -> properties))
                .filter(property -> property.startsWith("guichet."));
    }

    private Stream<String> mapped(ClassModel model) {
        return find(model, MAPPING).stream()
                .flatMap(annotation -> text(annotation, "prefix").stream())
                .flatMap(prefix -> members(model, prefix));
    }

    private Stream<String> members(ClassModel mapping, String prefix) {
        return mapping.methods().stream()
                .filter(method -> method.flags().has(AccessFlag.ABSTRACT))
                .flatMap(method -> member(method, name(method, prefix)));
    }

    private static String name(MethodModel method, String prefix) {
        return find(method, PARENT_NAME).isPresent()
                ? prefix
                : prefix + "." + kebabCase(method.methodName().stringValue());
    }

    /** A method {@code jwksUri} stands for {@code jwks-uri}. */
    private static String kebabCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private Stream<String> member(MethodModel method, String name) {
        ClassDesc type = method.methodTypeSymbol().returnType();
        if (type.equals(MAP)) {
            return Stream.of(name + ".");
        }
        ClassModel group = classes.get(type);
        return group != null && group.flags().has(AccessFlag.INTERFACE)
                ? members(group, name)
                : Stream.of(name);
    }

    private static Stream<String> injected(ClassModel model) {
        return model.methods().stream()
                .flatMap(method ->
                        method
                                .findAttribute(Attributes.runtimeVisibleParameterAnnotations())
                                .stream())
                .flatMap(parameters -> parameters.parameterAnnotations().stream())
                .flatMap(List::stream)
                .filter(annotation -> annotation.classSymbol().equals(PROPERTY))
                .flatMap(annotation -> text(annotation, "name").stream());
    }

    /** Of what is looked through by hand: a text that ends with a dot is the beginning of names. */
    private static Stream<String> prefixes(ClassModel model) {
        return StreamSupport.stream(model.constantPool().spliterator(), false)
                .flatMap(entry ->
                        entry instanceof StringEntry text
                                ? Stream.of(text.stringValue())
                                : Stream.empty())
                .filter(text -> text.matches("guichet\\.[a-z-]+\\."));
    }

    private static Optional<Annotation> find(AttributedElement element, ClassDesc annotation) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(all -> all.annotations().stream())
                .filter(one -> one.classSymbol().equals(annotation))
                .findFirst();
    }

    private static Optional<String> text(Annotation annotation, String element) {
        return annotation.elements().stream()
                .filter(one -> one.name().equalsString(element))
                .map(AnnotationElement::value)
                .flatMap(value ->
                        value instanceof OfString text
                                ? Stream.of(text.stringValue())
                                : Stream.empty())
                .findFirst();
    }
}
