package fr.ondine.platform.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of an import as a test writes them: one household that obeys every rule, then changed. */
record FileSet(Map<String, byte[]> files) {

    static FileSet aHousehold() {
        return new FileSet(Map.of())
                .with("titulaires.csv", """
                        reference;nature;civilite;prenom;nom;email;siren;numero_tva
                        T1;particulier;Mme;Jeanne;Petit;jeanne.petit@courriel.example;;
                        """)
                .with("points_de_service.csv", """
                        reference;local;service;adresse;code_postal;ville
                        P1;L1;eau;1 rue des Lilas;57130;Gravelotte
                        P2;L1;assainissement;1 rue des Lilas;57130;Gravelotte
                        """)
                .with("contrats.csv", """
                        numero;titulaire;point_de_service;service;cle_securite;mode_paiement;debut;fin
                        99 0000 001;T1;P1;eau;ABCD2345;prelevement;2020-01-01;
                        99 0000 002;T1;P2;assainissement;;sur_facture;2020-01-01;2025-12-31
                        """)
                .with("anciens_numeros.csv", """
                        ancien_numero;contrat;remplace_le;exploitant
                        88 0000 001;99 0000 001;2024-01-01;Ancienne régie
                        """)
                .with("compteurs.csv", """
                        numero_serie;roues;diametre;point_de_service;pose_le;index_pose;depose_le;index_depose
                        M1;4;15;P1;2020-01-01;0;;
                        """)
                .with("releves.csv", """
                        compteur;date;index;source;qualite
                        M1;2025-06-30;100;agent;réel
                        M1;2025-12-31;150,5;abonné;réel
                        """)
                .with("factures.csv", """
                        numero;contrat;nature;date_emission;date_echeance;debut_periode;fin_periode;volume;montant_ht;montant_tva;montant_ttc;document
                        2026-000001;99 0000 001;reelle;12/01/2026;12/02/2026;01/07/2025;31/12/2025;50;110,00;6,50;116,50;
                        2023-000001;88 0000 001;reelle;12/07/2023;12/08/2023;01/01/2023;30/06/2023;50;100,00;5,50;105,50;
                        """)
                .with("lignes_facture.csv", """
                        facture;position;rubrique;libelle;quantite;unite;prix_unitaire;montant_ht;taux_tva
                        2026-000001;1;eau;Consommation;50;m³;2,0000;100,00;5,5
                        2026-000001;2;assainissement;Consommation;50;m³;0,2;10,00;10
                        2023-000001;1;eau;Consommation;50;m³;2,0000;100,00;5,5
                        """)
                .with("paiements.csv", """
                        reference;contrat;facture;mode;montant;date;etat;rejete_le
                        R1;99 0000 001;2026-000001;chèque;50,00;01/02/2026;;
                        """)
                .with("mandats.csv", """
                        contrat;reference;creancier;titulaire;iban;banque;signe_le;revoque_le
                        99 0000 001;RUM1;FR12ZZZ123456;Jeanne Petit;FR76 3000 6000 0112 3456 7890 189;Banque;2020-01-01;
                        """);
    }

    FileSet with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    FileSet with(String name, byte[] bytes) {
        var more = new LinkedHashMap<>(files);
        more.put(name, bytes);
        return new FileSet(more);
    }

    FileSet without(String name) {
        var fewer = new LinkedHashMap<>(files);
        fewer.remove(name);
        return new FileSet(fewer);
    }

    FileSet replacing(String name, String what, String by) {
        if (!text(name).contains(what)) {
            throw new IllegalArgumentException(name + " has no " + what);
        }
        return with(name, text(name).replace(what, by));
    }

    FileSet adding(String name, String row) {
        return with(name, text(name) + row + "\n");
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    Path zip(Path folder) {
        try {
            var file = Files.createTempFile(folder, "donnees", ".zip");
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (var entry : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
