package fr.ondine.ui.shell;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeDetails;
import fr.ondine.platform.kernel.Volume;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Volumes per period as bars with their value on them, the last one in full colour; the same data as a table below. */
@Tag("figure")
public class BarChart extends HtmlContainer {

    private static final int HEIGHT = 160;
    private static final int ROOM = 34;
    private static final int LINE = 20;
    private static final int MANY = 8;

    private final List<Bar> bars;
    private final long highest;

    /** {@code bars} holds at least one; {@code mean} is drawn as a dashed line, to be explained in words beside the chart. */
    public BarChart(String summary, List<Bar> bars, @Nullable Volume mean) {
        this.bars = List.copyOf(bars);
        this.highest = highest(this.bars, mean);
        addClassName("chart");
        add(new Html(drawing(summary, mean)));
    }

    /** The same data, to be unfolded. */
    public BarChart withTable(String period, String value) {
        var table = new ResponsiveTable().caption(getTranslation("shell.chart.table"));
        table.column(period).endColumn(value);
        bars.forEach(bar -> table.row(bar.name(), Written.volume(bar.value())));
        add(new NativeDetails(getTranslation("shell.chart.show"), table));
        return this;
    }

    private static long highest(List<Bar> bars, @Nullable Volume mean) {
        return Stream.concat(bars.stream().map(Bar::value), Stream.ofNullable(mean))
                .mapToLong(volume -> Math.max(1, volume.wholeCubicMetres()))
                .max()
                .orElse(1);
    }

    private String drawing(String summary, @Nullable Volume mean) {
        var svg = new StringBuilder("<svg width=\"100%%\" height=\"%d\" role=\"img\" aria-label=\"%s\">"
                .formatted(HEIGHT + ROOM + 3 * LINE, HtmlUtils.htmlEscape(summary)));
        for (var index = 0; index < bars.size(); index++) {
            svg.append(bar(index));
        }
        if (mean != null) {
            var y = ROOM + HEIGHT - height(mean);
            svg.append("<line class=\"mean\" x1=\"0\" x2=\"100%%\" y1=\"%d\" y2=\"%d\"/>".formatted(y, y));
        }
        for (var index = 0; index < bars.size(); index++) {
            svg.append(words(index));
        }
        return svg.append("</svg>").toString();
    }

    private String bar(int index) {
        var height = Math.max(2, height(bars.get(index).value()));
        return "<rect class=\"bar%s\" x=\"%s%%\" width=\"%s%%\" y=\"%d\" height=\"%d\" rx=\"6\"/>"
                .formatted(
                        index == bars.size() - 1 ? " current" : "",
                        percent((index + 0.22) / bars.size()),
                        percent(0.56 / bars.size()),
                        ROOM + HEIGHT - height,
                        height);
    }

    private String words(int index) {
        var bar = bars.get(index);
        var lines = (bar.shortName() + " ").split(" ", 2);
        var x = percent((index + 0.5) / bars.size());
        var sparse = bars.size() > MANY && (bars.size() - index) % 2 == 0 ? " sparse" : "";
        return """
                <text class="value%1$s" x="%2$s%%" y="%3$d" text-anchor="middle">%4$s</text>\
                <text class="axis%1$s" x="%2$s%%" y="%5$d" text-anchor="middle">%6$s</text>\
                <text class="axis%1$s" x="%2$s%%" y="%7$d" text-anchor="middle">%8$s</text>""".formatted(
                        sparse,
                        x,
                        ROOM + HEIGHT - Math.max(2, height(bar.value())) - 8,
                        Written.number(bar.value().wholeCubicMetres()),
                        ROOM + HEIGHT + LINE,
                        HtmlUtils.htmlEscape(lines[0]),
                        ROOM + HEIGHT + 2 * LINE,
                        HtmlUtils.htmlEscape(lines[1]));
    }

    private long height(Volume value) {
        return Math.max(0, value.wholeCubicMetres()) * HEIGHT / highest;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }
}
