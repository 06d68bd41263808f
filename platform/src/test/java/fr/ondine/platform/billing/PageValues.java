package fr.ondine.platform.billing;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * What the page of an invoice says, as a reader meets it: each row of a table, and each thing besides. What only a page
 * has is left out: the count of its foot, names of columns, the mark, and days cut short, which a text says in full.
 */
record PageValues(List<List<String>> rows, List<String> others) {

    private static final Set<String> OF_A_PAGE = Set.of("mark", "detail", "page", "pages", "day", "when");
    private static final Set<String> NAMES = Set.of("head", "style", "thead", "caption");
    private static final Set<String> TABLES = Set.of("lines", "meters", "bars", "vat", "owed", "totals");

    static PageValues of(String page) throws Exception {
        var values = new PageValues(new ArrayList<>(), new ArrayList<>());
        var reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        values.read(reader.parse(new InputSource(new StringReader(page))).getDocumentElement(), "");
        return values;
    }

    private void read(Element element, String table) {
        if (isOfAPage(element)) {
            return;
        }
        var own = element.getAttribute("class");
        var within = element.getTagName().equals("table") ? own : table;
        if (element.getTagName().equals("tr") && TABLES.contains(within) && !own.equals("rubric")) {
            rows.add(texts(element).toList());
        } else {
            children(element).forEach(child -> {
                if (child instanceof Element inner) {
                    read(inner, within);
                } else {
                    bare(child).forEach(others::add);
                }
            });
        }
    }

    private static Stream<String> texts(Node node) {
        if (node instanceof Element element) {
            return isOfAPage(element) ? Stream.of() : children(element).flatMap(PageValues::texts);
        }
        return bare(node);
    }

    private static boolean isOfAPage(Element element) {
        return NAMES.contains(element.getTagName())
                || Stream.of(element.getAttribute("class").split(" ")).anyMatch(OF_A_PAGE::contains);
    }

    /** Without what only stands between two things. */
    private static Stream<String> bare(Node node) {
        var text = node.getNodeType() == Node.TEXT_NODE ? plain(node.getTextContent()) : "";
        return Stream.of(text.replaceAll("^[·,–/] ?| ?·$", "")).filter(left -> !left.isBlank());
    }

    static String plain(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }

    private static Stream<Node> children(Element element) {
        var children = element.getChildNodes();
        return IntStream.range(0, children.getLength()).mapToObj(children::item);
    }
}
