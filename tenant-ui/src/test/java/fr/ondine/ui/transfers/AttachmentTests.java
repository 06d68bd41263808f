package fr.ondine.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.fleet.UtilityExport;
import fr.ondine.platform.kernel.DomainException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class AttachmentTests {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final Attachment attachment = new Attachment(response, "application/zip");
    private final DomainException refusal = new DomainException("fleet.transfer-document-damaged", 1) {};

    @Test
    void what_is_refused_before_it_begins_is_refused_as_it_is() {
        assertThatThrownBy(() -> attachment.send(to -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(response.getHeader("Content-Disposition")).isNull();
    }

    /** A handler of refusals would end the answer well, and a part of a file would look whole. */
    @Test
    void what_breaks_off_once_it_has_begun_is_known_to_no_handler() {
        assertThatThrownBy(() -> attachment.send(to -> {
                    begin(to);
                    throw refusal;
                }))
                .isNotInstanceOf(DomainException.class)
                .hasNoCause();
        assertThat(response.getHeader("Content-Disposition")).contains("a.zip");
    }

    private static void begin(UtilityExport.Destination to) {
        try {
            to.open("a.zip").write(1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
