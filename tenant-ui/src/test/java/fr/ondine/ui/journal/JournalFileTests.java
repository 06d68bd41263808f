package fr.ondine.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is taken away opens in a spreadsheet, and does nothing there. */
class JournalFileTests {

    @Test
    void a_value_is_one_cell_and_no_formula() {
        assertThat(JournalFile.cell("Relevé noté")).isEqualTo("Relevé noté");
        assertThat(JournalFile.cell(null)).isEmpty();
        assertThat(JournalFile.cell("a;b")).isEqualTo("\"a;b\"");
        assertThat(JournalFile.cell("dit \"oui\"\nfin")).isEqualTo("\"dit \"\"oui\"\"\nfin\"");
        assertThat(JournalFile.cell("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(JournalFile.cell("@x")).isEqualTo("'@x");
    }
}
