package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.tariffs.StandingShare;
import fr.ondine.platform.tariffs.StoredVersion;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import java.util.List;

/** Publishes a draft for ever; where standing charges pass the legal share, by who takes that upon themselves. */
final class PublishCard extends Card {

    PublishCard(TariffDesk desk, CurrentStaff who, StoredVersion version, Runnable done) {
        super(
                say("tariffs.publish"),
                new Paragraph(say("tariffs.publish.what", version.content().validFrom())));
        main();
        var shares = desk.shares(who, version.id());
        shares.forEach(share -> add(share(share)));
        var sure = new CheckField("publier-certain", say("tariffs.publish.sure"));
        var above = new CheckField("plafond-assume", say("tariffs.publish.above"));
        above.explains("tariffs.standing-share-too-high");
        var form = new Form(sure);
        if (isAbove(shares)) {
            form.add(above);
        }
        form.add(Button.submit(say("tariffs.publish.submit")).wide());
        form.onSubmit(() -> {
            if (!sure.isTicked()) {
                form.refuse(sure, say("tariffs.publish.not-sure"));
                return;
            }
            desk.publish(who, version.id(), version.revision(), above.isTicked());
            done.run();
        });
        add(form);
    }

    private static boolean isAbove(List<StandingShare> shares) {
        return shares.stream().anyMatch(StandingShare::isAbove);
    }

    private static Component share(StandingShare share) {
        var sentence = say(
                "tariffs.share",
                TariffWords.of("section", share.section()),
                share.percent(),
                share.cap().percent());
        return share.isAbove() ? new Notice(Tone.WARN, sentence, say("tariffs.share.above")) : new Paragraph(sentence);
    }
}
