package fr.ondine.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeTests {

    @Test
    void an_address_too_long_for_its_line_goes_on_after_its_at_sign() {
        var notice = new Notice(Tone.GOOD, "Un e-mail part à nom@exemple.fr", "Ouvrez-le chez nom@exemple.fr.");

        assertThat(notice.getElement().getOuterHTML()).containsSubsequence("nom@", "<wbr>", "nom@", "<wbr>");
    }

    @Test
    void other_sentences_break_between_words_only() {
        assertThat(new Notice(Tone.GOOD, "C'est fait.", "Merci.").getElement().getOuterHTML())
                .doesNotContain("<wbr>");
    }
}
