package fr.ondine.platform.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.expression.EvaluationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Sets a template as a PDF that can be archived (PDF/A-3) and read aloud (PDF/UA), with its fonts inside. */
@Component
public class PdfRenderer {

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /** What nobody sees, and no XML may hold: what somebody pasted keeps no paper from being set. */
    private static final Pattern ILLEGIBLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final EvaluationContext RECORDS = RecordAccessor.first();

    static {
        XRLog.setLoggingEnabled(false); // it tells every step of every page
    }

    private final MessageSource texts = texts();
    private final ITemplateEngine templates = templates(texts);

    /** The PDF of the template {@code pdf/NAME.html}, whose sentences are in {@code pdf/texts.properties}. */
    public byte[] render(String name, Locale locale, Map<String, Object> values) {
        return pdf(page(name, locale, values));
    }

    /** The page that the template makes. */
    public String page(String name, Locale locale, Map<String, Object> values) {
        var context = new Context(locale, values);
        context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME, RECORDS);
        return ILLEGIBLE.matcher(templates.process(name, context)).replaceAll(" ");
    }

    /** The PDF of such a page. */
    public byte[] pdf(String page) {
        return pdf(page, Optional.empty());
    }

    /** The same with a file in it that says the same. */
    public byte[] pdf(String page, Attachment attachment) {
        return pdf(page, Optional.of(attachment));
    }

    /** A sentence of {@code pdf/texts.properties}. */
    public String sentence(String key, Locale locale, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }

    private static byte[] pdf(String page, Optional<Attachment> attachment) {
        var bytes = new ByteArrayOutputStream();
        try (var pdf = new PDDocument();
                var renderer = builder(pdf).withHtmlContent(page, null).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            if (attachment.isPresent()) {
                AttachedFiles.attach(pdf, attachment.get());
            }
            pdf.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static PdfRendererBuilder builder(PDDocument pdf) {
        return new PdfRendererBuilder()
                .usePDDocument(pdf)
                .useFastMode()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .useColorProfile(COLOURS)
                .withProducer("Ondine")
                // nothing outside the template may be read or fetched: an image is in the page itself
                .useUriResolver((base, address) -> address.startsWith("data:image/") ? address : null)
                .useFont(new PDFontSupplier(PaperFont.REGULAR.in(pdf)), PaperFont.FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(new PDFontSupplier(PaperFont.BOLD.in(pdf)), PaperFont.FAMILY, 700, FontStyle.NORMAL, true);
    }

    private static ITemplateEngine templates(MessageSource texts) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("pdf/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(texts);
        engine.setEnableSpringELCompiler(true);
        return engine;
    }

    private static MessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("pdf/texts");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }
}
