package com.example.runtime.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A regular expression that takes time in proportion to the text: it goes through the text once, at all steps at the same time. The engine
 * tries one way after the other, for which some texts take it longer than anybody waits.
 */
final class LinearPattern implements TextPattern {
  private final String shown;
  private final List<Step> steps;
  private final boolean isOfUnits;

  LinearPattern(String shown, Step[] steps, boolean isOfUnits) {
    this.shown = shown;
    this.steps = unrolled(List.of(steps));
    this.isOfUnits = isOfUnits;
  }

  @Override
  public boolean test(String text) {
    int[] characters = (isOfUnits ? NativePattern.units(text) : text).codePoints().toArray();
    return !new Walk(characters).ends(steps, false).isEmpty();
  }

  @Override
  public String toString() {
    return shown;
  }

  private static List<Step> unrolled(List<Step> steps) {
    List<Step> all = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Times times) {
        List<Step> repeated = unrolled(times.steps());
        for (int count = 0; count < times.count(); count++) all.addAll(repeated);
      } else if (step instanceof Step.Look look) {
        all.add(new Step.Look(look.isBehind(), look.isNot(), unrolled(look.steps())));
      } else {
        all.add(step);
      }
    }
    return all;
  }

  /** One way through one text. */
  private static final class Walk {
    private final Map<Step.Look, BitSet> looks = new HashMap<>();
    private final int[] characters;

    Walk(int[] characters) {
      this.characters = characters;
    }

    /** The places where a match ends, wherever it began. */
    BitSet ends(List<Step> steps, boolean backwards) {
      BitSet ends = new BitSet();
      int[] seen = new int[steps.size() + 1];
      Arrays.fill(seen, -1);
      Stack states = new Stack();
      for (int walked = 0; walked <= characters.length; walked++) {
        int place = backwards ? characters.length - walked : walked;
        int next = backwards ? place - 1 : place;
        Stack open = states;
        open.push(0);
        states = new Stack();
        while (!open.isEmpty()) {
          int state = open.pop();
          if (seen[state] == place) continue;
          seen[state] = place;
          if (state == steps.size()) ends.set(place);
          else go(steps.get(state), state, place, next, open, states);
        }
      }
      return ends;
    }

    private void go(Step step, int state, int place, int next, Stack open, Stack states) {
      if (step instanceof Step.One one) {
        if (next >= 0 && next < characters.length && one.test(characters[next])) states.push(state + 1);
      } else if (step instanceof Step.Fork fork) {
        for (int distance : fork.distances()) open.push(state + distance);
      } else if (holds(step, place)) {
        open.push(state + 1);
      }
    }

    private boolean holds(Step step, int place) {
      if (step instanceof Step.Place at) {
        return switch (at.mark()) {
          case '^' -> place == 0;
          case '$' -> place == characters.length;
          default -> (at.mark() == 'b') == (isWord(place - 1) != isWord(place));
        };
      }
      Step.Look look = (Step.Look) step;
      BitSet found = looks.get(look);
      if (found == null) {
        found = ends(look.steps(), !look.isBehind());
        looks.put(look, found);
      }
      return found.get(place) != look.isNot();
    }

    private boolean isWord(int index) {
      if (index < 0 || index >= characters.length) return false;
      int character = characters[index];
      return character < 128 && (Character.isLetterOrDigit(character) || character == '_');
    }
  }

  /** States that are still to be looked at. */
  private static final class Stack {
    private int[] items = new int[16];
    private int size;

    void push(int item) {
      if (size == items.length) items = Arrays.copyOf(items, 2 * size);
      items[size++] = item;
    }

    int pop() {
      return items[--size];
    }

    boolean isEmpty() {
      return size == 0;
    }
  }
}
