package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Logins of the portal before this one: what is kept of them, and what never is. */
class OldAccountsOfImportsTests extends ImportTest {

    private static final String FILE = "anciens_comptes.csv";
    private static final String HEADER = "identifiant;contrats;titulaire;prenom;nom;email;empreinte;sel;place_du_sel\n";
    private static final String MD5 = "900150983cd24fb0d6963f7d28e17f72";
    private static final String BCRYPT = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    @Test
    void a_login_is_kept_with_its_contracts_and_its_hash_inside_argon2() {
        var report = load(with("c-0001.234;88 0000 001|99 0000 002;T1;Jeanne;Petit;J.Petit@Courriel.example;" + MD5
                + ";salz;avant\n"));

        assertThat(report.refusals()).isEmpty();
        assertThat(report.counts())
                .extracting(FileCount::file, FileCount::added)
                .contains(tuple(FILE, 1L));
        assertThat(one(
                        String.class,
                        "select concat_ws('/', number, first_name, last_name, email, form) from old_login"))
                .isEqualTo("C0001234/Jeanne/Petit/j.petit@courriel.example/digest:MD5:before:c2Fseg==");
        assertThat(one(String.class, """
                        select string_agg(a.number, ' ' order by a.number) from old_login_agreement l
                        join agreement a on a.id = l.agreement_id and a.customer_id = l.customer_id""")).isEqualTo("990000001 990000002");
    }

    @Test
    void no_hash_of_a_file_rests_as_it_was() {
        load(with("A1;99 0000 001;;;;;" + MD5 + ";;\nA2;99 0000 001;;;;;" + BCRYPT + ";;\n"));

        assertThat(one(String.class, "select string_agg(to_jsonb(o)::text, ' ') from old_login o"))
                .doesNotContain(MD5)
                .doesNotContain(BCRYPT)
                .doesNotContain(BCRYPT.substring(29))
                .doesNotContain("kAFQmDzST7DWlj99KOF/cg==");
        assertThat(one(
                        Boolean.class,
                        "select bool_and(wrapped ~ '^[A-Za-z0-9+/]{22}==\\$[A-Za-z0-9+/]{43}=$') from old_login"))
                .isTrue();
    }

    @Test
    void two_logins_with_one_password_have_nothing_in_common_and_the_same_file_twice_changes_nothing() {
        var file = with("A1;99 0000 001;;;;;" + MD5 + ";;\nA2;99 0000 001;;;;;" + MD5 + ";;\n");
        load(file);
        assertThat(one(Long.class, "select count(distinct wrapped) from old_login"))
                .isEqualTo(2);
        var again = load(file);

        assertThat(again.counts()).allMatch(count -> count.added() == 0 && count.changed() == 0);
    }

    @Test
    void a_later_file_brings_a_changed_password_and_changed_contracts_but_not_to_what_has_come_over() {
        load(with("A1;99 0000 001;;;;;" + MD5 + ";;\nA2;99 0000 001;;;;;" + MD5 + ";;\n"));
        one(Long.class, """
                with over as (update old_login set came_over_at = now(), form = null, wrapped = null
                               where number = 'A2' returning 1) select count(*) from over""");

        load(with("A1;99 0000 002;;;;;" + BCRYPT + ";;\nA2;99 0000 002;;;;;" + BCRYPT + ";;\n"));

        assertThat(one(
                        String.class,
                        "select string_agg(number || ' ' || coalesce(form, '-'), ' ' order by number) from old_login"))
                .isEqualTo("A1 $2a$05$CCCCCCCCCCCCCCCCCCCCC. A2 -");
        assertThat(one(String.class, """
                        select string_agg(o.number || ' ' || a.number, ' ' order by o.number) from old_login o
                        join old_login_agreement l on l.old_login_id = o.id join agreement a on a.id = l.agreement_id""")).isEqualTo("A1 990000002 A2 990000001");
    }

    @Test
    void an_unknown_form_is_taken_in_without_it_where_there_is_an_address() {
        var report = load(with("A1;99 0000 001;;;;jeanne@courriel.example;$S$DbTXDpI0GYBUFqRJYMrF;;\n"
                + "A2;99 0000 001;;;;jeanne@courriel.example;;;\n"));

        assertThat(report.refusals()).isEmpty();
        assertThat(one(Long.class, "select count(*) from old_login where wrapped is null and form is null"))
                .isEqualTo(2);
    }

    @Test
    void what_nobody_could_bring_over_or_is_no_hash_is_refused_by_line_and_field_and_the_hash_is_not_shown() {
        var report = load(with("A1;99 0000 001;;;;;$S$DbTXDpI0GYBUFqRJYMrF;;\n"
                + "A2;99 0000 001;;;;;;;\n"
                + "A3;99 0000 001;;;;;$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW;;\n"
                + "A4;99 0000 001;;;;;{SSHA}AAAA;;\n"
                + "A5;99 0000 001;;;;;" + MD5 + ";salz;\n"
                + "--;99 0000 001;;;;;" + MD5 + ";;\n"));

        assertThat(report.text())
                .contains(
                        FILE + ", ligne 2, colonne empreinte, « ••• » : la forme de cette empreinte n'est pas connue",
                        FILE + ", ligne 3, colonne empreinte : sans empreinte ni adresse e-mail",
                        FILE
                                + ", ligne 4, colonne empreinte, « ••• » : vérifier cette empreinte prendrait trop longtemps",
                        FILE + ", ligne 5, colonne empreinte, « ••• » : cette empreinte n'est pas complète",
                        FILE + ", ligne 6, colonne empreinte, « ••• » : le sel et sa place vont ensemble",
                        FILE + ", ligne 7, colonne identifiant, « -- » : ce champ est obligatoire")
                .doesNotContain(MD5, "SSHA", "CCCCC", "salz");
        assertThat(count("agreement")).isZero();
    }

    @Test
    void a_contract_that_is_unknown_or_of_somebody_else_and_a_number_twice_are_refused() {
        assertThat(load(with("A1;99 0000 009;;;;;" + MD5 + ";;\n")).text())
                .contains(FILE + ", ligne 2, colonne contrats, « 99 0000 009 » : ce contrat est inconnu");
        assertThat(load(with("A1;99 0000 001;T2;;;;" + MD5 + ";;\n")).text())
                .contains(FILE + ", ligne 2, colonne titulaire, « T2 » : ce titulaire n'est pas");
        assertThat(load(with("A-1;99 0000 001;;;;;" + MD5 + ";;\na1;99 0000 001;;;;;" + MD5 + ";;\n"))
                        .text())
                .contains(FILE + ", ligne 3", "cette ligne est déjà dans le fichier");
    }

    @Test
    void a_file_of_its_own_finds_what_was_loaded_before() {
        load(aHousehold());
        var report = load(new FileSet(Map.of()).with(FILE, HEADER + "A1;880000001;T1;;;;" + MD5 + ";;\n"));

        assertThat(report.refusals()).isEmpty();
        assertThat(count("old_login_agreement")).isOne();
    }

    private static FileSet with(String rows) {
        return aHousehold().with(FILE, HEADER + rows);
    }
}
