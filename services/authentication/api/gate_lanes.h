// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <utility>

namespace holdfast::authentication {

// Hands out round robin among the keys that have something waiting; first in, first out within one.
template <class Key, class Item>
class RoundRobin
{
public:
    Item& at(const Key& key)
    {
        const auto [entry, fresh] = m_items.try_emplace(key);
        if (fresh) {
            m_turns.push_back(key);
        }
        return entry->second;
    }
    [[nodiscard]] bool isEmpty() const { return m_turns.empty(); }
    // Calls take(item) for the key whose turn it is; the key stays when take() answers that more is waiting.
    template <class Take>
    void next(Take take)
    {
        const Key key = std::move(m_turns.front());
        m_turns.pop_front();
        const auto entry = m_items.find(key);
        if (take(entry->second)) {
            m_turns.push_back(key);
        } else {
            m_items.erase(entry);
        }
    }

private:
    std::map<Key, Item> m_items;
    std::deque<Key> m_turns;
};

// Round robin among the outer keys, and for each among its inner keys.
template <class Outer, class Inner, class Item>
class FairQueue
{
public:
    void push(const Outer& outer, const Inner& inner, Item item)
    {
        m_lanes.at(outer).at(inner).push_back(std::move(item));
    }
    [[nodiscard]] bool isEmpty() const { return m_lanes.isEmpty(); }
    [[nodiscard]] Item pop()
    {
        std::optional<Item> popped;
        m_lanes.next([&](RoundRobin<Inner, std::deque<Item>>& lane) {
            lane.next([&](std::deque<Item>& items) {
                popped.emplace(std::move(items.front()));
                items.pop_front();
                return !items.empty();
            });
            return !lane.isEmpty();
        });
        return std::move(*popped);
    }

private:
    RoundRobin<Outer, RoundRobin<Inner, std::deque<Item>>> m_lanes;
};

template <class Key>
class LaneCounter
{
public:
    [[nodiscard]] int of(const Key& key) const
    {
        const auto found = m_counts.find(key);
        return found == m_counts.end() ? 0 : found->second;
    }
    void add(const Key& key) { ++m_counts[key]; }
    void remove(const Key& key)
    {
        const auto found = m_counts.find(key);
        if (--found->second == 0) {
            m_counts.erase(found);
        }
    }

private:
    std::map<Key, int> m_counts;
};

} // namespace holdfast::authentication
