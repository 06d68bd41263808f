package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.Download;
import fr.ondine.ui.shell.Card;
import java.util.List;

/** What the utility gives all its subscribers to read: rules, forms. */
final class DownloadsCard extends Card {

    DownloadsCard(List<Download> downloads) {
        super(I18NProvider.translate("dashboard.downloads"));
        var list = new UnorderedList();
        downloads.forEach(one -> {
            var link = new Anchor(
                    DownloadedFile.path(one.file().id()),
                    I18NProvider.translate("dashboard.downloads.pdf", one.title()));
            link.setTarget("_blank");
            list.add(new ListItem(link));
        });
        add(list);
    }
}
