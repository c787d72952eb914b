package be.leerkring.network.cooperation;

import be.leerkring.platform.table.Item;

/**
 * What somebody says of a cooperation of their own organisation.
 *
 * @param other with which organisation
 * @param stage one of those on the way
 * @param brought what it brought the organisation's members; can be empty
 * @param told whether it may be told
 */
public record Reported(Side other, Stage stage, String brought, boolean told) {

    /** What is left of it when it is taken back: that it was there, for whoever relied on it. */
    Reported takenBack() {
        return new Reported(other, stage, "", false);
    }

    Item writeTo(Item item) {
        return item.with("otherId", other.id())
                .with("other", other.name())
                .with("stage", stage.code())
                .with("brought", brought)
                .with("told", told);
    }

    static Reported readFrom(Item item) {
        return new Reported(
                new Side(item.text("otherId", ""), item.required("other")),
                Stage.withCode(item.required("stage")).orElseThrow(),
                item.text("brought", ""),
                item.flag("told"));
    }
}
