package fr.ondine.ui.operatorapi;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** That a configuration in YAML is sent, for the document of the interface. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
        required = true,
        description = "The configuration, as in its file",
        content = @Content(mediaType = YamlBody.TYPE, schema = @Schema(type = "string")))
@interface YamlBody {

    String TYPE = "application/yaml";
    String OLD_TYPE = "application/x-yaml";
}
