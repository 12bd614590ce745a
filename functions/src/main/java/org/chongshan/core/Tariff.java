package org.chongshan.core;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the bureau pays for by the piece: a catalogue of items, each with its price from one day on. Of two entries of one
 * name the later one that has begun counts. It knows every day, for what is decided today may be about a day gone by.
 *
 * @param entries in any order
 */
public record Tariff(List<Item> entries) {
    /** Nothing is paid for by the piece. */
    public static final Tariff NONE = new Tariff(List.of());

    public Tariff {
        entries = List.copyOf(entries);
    }

    /**
     * One item from one day on.
     *
     * @param name     {@code <programme>.<item>}
     * @param title    as people call it
     * @param group    the part of the catalogue it stands in
     * @param requires what whoever does it has to be; empty when anybody may
     * @param priceFen fen, once
     * @param from     first day it holds, Asia/Shanghai
     * @param until    last day; null while there is none
     * @param source   where it comes from, as in {@link Policy.Entry}
     */
    public record Item(String name, String title, String group, String requires, long priceFen, LocalDate from,
            @Nullable LocalDate until, String source) {}

    /** The item as it was on a day; empty when there was none of that name. */
    public Optional<Item> find(String name, LocalDate day) {
        return entries.stream().filter(item -> item.name().equals(name) && !item.from().isAfter(day))
                .max(Comparator.comparing(Item::from))
                .filter(item -> item.until() == null || !item.until().isBefore(day));
    }

    /** Every item there was on a day, by name. */
    public List<Item> on(LocalDate day) {
        return entries.stream().map(Item::name).distinct().sorted().flatMap(name -> find(name, day).stream()).toList();
    }
}
