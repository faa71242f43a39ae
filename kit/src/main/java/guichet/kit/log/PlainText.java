package guichet.kit.log;

/** Text that shows what it has, and does nothing else, wherever it is shown. */
final class PlainText {
    private static final String LINE_BREAK = "\r\n";

    private PlainText() {}

    /**
     * The same with escapes, as Java writes them, for what a terminal or an editor would obey:
     * control characters (ECMA-48), and those that change the direction of text or show nothing
     * (Unicode's categories Cf, Zl and Zp). Tabs stay. Line breaks stay, too, since our own
     * messages have some, with a blank after them: no text begins a line of the log.
     */
    static String of(String text) {
        if (text.codePoints().noneMatch(PlainText::isObeyed)) {
            return text;
        }
        var plain = new StringBuilder(text.length() + 16);
        String lines = text.replace(LINE_BREAK, "\n");
        int next;
        for (int i = 0; i < lines.length(); i += Character.charCount(next)) {
            next = lines.codePointAt(i);
            if (next == '\n') {
                plain.append(isBlank(lines, i + 1) ? "\n" : "\n  ");
            } else if (isObeyed(next)) {
                escape(next, plain);
            } else {
                plain.appendCodePoint(next);
            }
        }
        return plain.toString();
    }

    private static void escape(int character, StringBuilder plain) {
        for (char part : Character.toChars(character)) {
            plain.append("\\u%04x".formatted((int) part));
        }
    }

    private static boolean isBlank(String text, int place) {
        return place == text.length() || text.charAt(place) == ' ' || text.charAt(place) == '\t';
    }

    private static boolean isObeyed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
