package fr.ondine.testing;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.TestAssertion.Status;

/** Asks veraPDF whether a PDF keeps a standard. */
public enum Conformance {
    /** ISO 19005-3, level A: can be archived. */
    ARCHIVE(PDFAFlavour.PDFA_3_A),
    /** ISO 14289-1: can be read aloud. */
    ACCESSIBILITY(PDFAFlavour.PDFUA_1);

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private final PDFAFlavour flavour;

    Conformance(PDFAFlavour flavour) {
        this.flavour = flavour;
    }

    /** The clauses that it breaks, in veraPDF's words. */
    public List<String> faults(byte[] pdf) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == Status.FAILED)
                    .map(TestAssertion::getMessage)
                    .distinct()
                    .toList();
        }
    }
}
