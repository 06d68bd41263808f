package fr.ondine.ui.account;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.personaldata.PersonalData;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The file of all that is known of the person who is signed in, once after each time that they showed that it is they. */
@RestController
class DataFile {

    static final String PATH = "/mon-compte/mes-donnees.zip";

    private final PersonalData data;

    DataFile(PersonalData data) {
        this.data = data;
    }

    @GetMapping(PATH)
    void file(@AuthenticationPrincipal CurrentUser person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!DataPermit.use(request, person)) {
            response.sendRedirect(MyDataView.OVER);
            return;
        }
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mes-donnees.zip\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        data.write(person.userId(), response.getOutputStream());
    }
}
