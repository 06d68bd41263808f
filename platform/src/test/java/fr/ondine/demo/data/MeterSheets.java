package fr.ondine.demo.data;

import static fr.ondine.demo.data.CsvSheet.orEmpty;

import java.util.zip.ZipOutputStream;

/** Meters with their fittings, and readings. */
final class MeterSheets {

    private MeterSheets() {}

    static void write(ZipOutputStream zip, Dossiers book) {
        var meters = "numero_serie,roues,diametre,point_de_service,pose_le,index_pose,depose_le,index_depose";
        CsvSheet.write(
                zip,
                book.utility().dialect(),
                "compteurs.csv",
                meters,
                sheet -> book.dossiers()
                        .forEach(dossier -> dossier.meters().fittings().forEach(f -> fitting(sheet, dossier, f))));
        var readings = "compteur,date,index,source,qualite";
        CsvSheet.write(
                zip,
                book.utility().dialect(),
                "releves.csv",
                readings,
                sheet -> book.dossiers()
                        .flatMap(dossier -> dossier.meters().registers().stream())
                        .forEach(r -> sheet.row(r.serial(), r.on(), r.cubicMetres(), r.source(), "reel")));
    }

    private static void fitting(CsvSheet sheet, Dossier dossier, MeterHistory.Fitting fitting) {
        var removed = fitting.removedOn() != null;
        sheet.row(
                fitting.serial(),
                fitting.dials(),
                15,
                dossier.contracts().getFirst().servicePoint(),
                fitting.installedOn(),
                fitting.installedAt(),
                orEmpty(fitting.removedOn()),
                removed ? fitting.removedAt() : "");
    }
}
