package fr.ondine.platform.documents;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

    @Bean
    DocumentFiles documentFiles(DocumentSettings settings) {
        return settings.files();
    }
}
