package fr.ondine.ui.api;

import fr.ondine.platform.imports.ProgramImports;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ProviderLimits;
import fr.ondine.ui.security.RateLimitFields;
import fr.ondine.ui.security.TokenAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the utility's data in from its billing software: one zip, all of it or nothing, answered when it is in. */
@RestController
class ImportsEndpoint {

    private final ProgramImports imports;
    private final ProviderLimits limits;

    ImportsEndpoint(ProgramImports imports, ProviderLimits limits) {
        this.imports = imports;
        this.limits = limits;
    }

    @PostMapping(path = "/api/v1/imports", consumes = "application/zip", produces = "application/json")
    ImportAnswer take(TokenAuthentication program, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var caller = program.caller().require(ClientScope.IMPORTS_WRITE);
        var taken = limits.takeImport(caller);
        RateLimitFields.add(response, "imports", taken);
        if (taken.isRefused()) {
            throw new ImportsTooOften(taken);
        }
        var report = imports.take(caller, request.getInputStream(), request.getContentLengthLong());
        if (!report.accepted()) {
            throw new ImportRefused(report);
        }
        return ImportAnswer.of(report);
    }
}
