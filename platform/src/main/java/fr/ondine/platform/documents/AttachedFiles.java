package fr.ondine.platform.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Puts a file into a PDF as PDF/A-3 wants it: associated with the whole document, and told in its metadata. */
final class AttachedFiles {

    private static final String END = "</rdf:RDF>";
    private static final Pattern SCHEMAS = Pattern.compile("</rdf:Bag>\\s*</pdfaExtension:schemas>");

    private AttachedFiles() {}

    static void attach(PDDocument pdf, Attachment attachment) throws IOException {
        var file = file(pdf, attachment);
        var catalog = pdf.getDocumentCatalog();
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(attachment.name(), file));
        var names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(files);
        catalog.setNames(names);
        var associated = new COSArray();
        associated.add(file);
        catalog.getCOSObject().setItem("AF", associated);
        catalog.setMetadata(told(pdf, attachment));
    }

    private static PDComplexFileSpecification file(PDDocument pdf, Attachment attachment) throws IOException {
        var embedded = new PDEmbeddedFile(pdf, new ByteArrayInputStream(attachment.content()), COSName.FLATE_DECODE);
        embedded.setSubtype(attachment.mediaType());
        embedded.setSize(attachment.content().length);
        embedded.setModDate(GregorianCalendar.from(attachment.changedAt().atZone(ZoneOffset.UTC)));
        var file = new PDComplexFileSpecification();
        file.setFile(attachment.name());
        file.setFileUnicode(attachment.name());
        file.setFileDescription(attachment.description());
        file.setEmbeddedFile(embedded);
        file.setEmbeddedFileUnicode(embedded);
        file.getCOSObject().setName("AFRelationship", "Alternative");
        return file;
    }

    private static PDMetadata told(PDDocument pdf, Attachment attachment) throws IOException {
        var before = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
        var schemas = SCHEMAS.matcher(before);
        if (!schemas.find()) {
            throw new IllegalStateException("the metadata of the PDF have no list of schemas");
        }
        var after = before.substring(0, schemas.start())
                + attachment.schema()
                + before.substring(schemas.start()).replace(END, attachment.metadata() + END);
        return new PDMetadata(pdf, new ByteArrayInputStream(after.getBytes(StandardCharsets.UTF_8)));
    }
}
