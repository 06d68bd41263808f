package fr.ondine.platform.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Sets a template as a PDF that can be archived (PDF/A-3) and read aloud (PDF/UA), with its fonts inside. */
@Component
public class PdfRenderer {

    private static final String FAMILY = "Liberation Sans";
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false); // it tells every step of every page
    }

    private final ITemplateEngine templates = templates();

    /** The PDF of the template {@code pdf/NAME.html}, whose sentences are in {@code pdf/texts.properties}. */
    public byte[] render(String name, Locale locale, Map<String, Object> values) {
        var page = templates.process(name, new Context(locale, values));
        var pdf = new ByteArrayOutputStream();
        try {
            builder().withHtmlContent(page, null).toStream(pdf).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static PdfRendererBuilder builder() {
        return new PdfRendererBuilder()
                .useFastMode()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .useColorProfile(COLOURS)
                .withProducer("Ondine")
                // nothing outside the template may be read or fetched: an image is in the page itself
                .useUriResolver((base, address) -> address.startsWith("data:image/") ? address : null)
                .useFont(() -> font("Regular"), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(() -> font("Bold"), FAMILY, 700, FontStyle.NORMAL, true);
    }

    private static InputStream font(String style) {
        return Objects.requireNonNull(
                PdfRenderer.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf"));
    }

    private static ITemplateEngine templates() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("pdf/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("pdf/texts");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(texts);
        return engine;
    }
}
