package fr.ondine.tenantconfig;

import java.util.List;

/** What the utility says on its public page, before anybody signs in. */
public record PublicTexts(
        String welcome,
        Passage purpose,
        Passage firstVisit,
        String signUp,
        String contact,
        List<Notice> notices,
        List<NewsItem> news) {}
