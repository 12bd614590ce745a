package org.chongshan.relief.household;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.chongshan.core.Rendering;

/**
 * A household recognised in hardship as a {@code Group} of the Social Registry standard of Digital Convergence Initiative, version
 * 1.0.0: how many live there, in which category, since when and until when. Who else lives there, what they earn and what was
 * paid stays here: whoever asks knows whom they ask about, and needs no more. Of a household that is not recognised now nobody
 * is told.
 */
public record SocialRegistryGroup() implements Rendering<Household> {
    private static final Map<String, String> VOCABULARY = new TreeMap<>(
            Map.of("spdci", "https://schema.spdci.org/extensions/social/v1/", "common",
                    "https://schema.spdci.org/common/v1/", "xsd", "http://www.w3.org/2001/XMLSchema#"));

    @Override
    public String word() {
        return "dci-social-registry";
    }

    @Override
    public String member() {
        return "reg_records";
    }

    @Override
    public Optional<Map<String, Object>> of(Household household) {
        var standing = household.standing();
        if (standing == null || !household.isRecognised()) {
            return Optional.empty();
        }
        var group = new TreeMap<String, Object>();
        group.put("@context", VOCABULARY);
        group.put("@type", "spdci:Group");
        group.put("group_identifier", List.of(
                Map.of("@type", "Identifier", "identifier_type", "HouseholdId", "identifier_value", household.id())));
        group.put("group_type", "household");
        group.put("group_size", standing.persons());
        group.put("last_updated", standing.verifiedAt().toString());
        group.put("additional_attributes", List.of(Map.of("hardship_category", household.status().word(), "valid_until",
                standing.validUntil().toString(), "subdistrict", household.subdistrict())));
        return Optional.of(group);
    }
}
