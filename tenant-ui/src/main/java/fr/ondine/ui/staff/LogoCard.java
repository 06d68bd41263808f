package fr.ondine.ui.staff;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.publications.LogoImage;
import fr.ondine.tenantconfig.Logo;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.FileField;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.LogoPicture;

/** Where a logo is sent from, below the one that is shown now. */
final class LogoCard extends Card {

    private static final int WIDEST = 240;
    private static final int HIGHEST = 96;

    private final FileField image = new FileField("image", say("staff.logo.file"), "image/png,image/jpeg")
            .atMost(LogoImage.MOST_BYTES, sentence(UploadedLogo.TOO_HEAVY));
    private final Form form = new Form(image, Button.submit(say("staff.logo.send"))).postsFiles(UploadedLogo.PATH);

    LogoCard() {
        super(say("staff.logo"));
        image.help(sentence("staff.logo.file.help"));
        add(form);
    }

    /** With the logo that is shown now, and a button to take it away. */
    LogoCard with(Logo now, Runnable removal) {
        addComponentAtIndex(1, new LogoPicture(now.within(WIDEST, HIGHEST)));
        add(Button.secondary(say("staff.logo.remove")).onPress(removal));
        return this;
    }

    Form form() {
        return form;
    }

    FileField image() {
        return image;
    }

    void refuse(String reason) {
        form.refuse(image, sentence(reason));
        form.returned();
    }

    private static String sentence(String key) {
        return say(key, LogoImage.MOST_BYTES / 1000, Logo.MOST_PIXELS);
    }

    private static String say(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
