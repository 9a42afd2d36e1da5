// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/holdfast/console.h"

#include <QTimer>

#include <functional>

namespace holdfast::pictures {

class Album;

// One picture: what to do before it, and when it is ready.
struct Scene
{
    QString name; // empty: no picture, only a step
    std::function<void()> arrange;
    std::function<bool()> isReady;
};

// `only`: "offline" for the scenes of that subject alone; empty: all.
[[nodiscard]] QList<Scene> allScenes(Console& console, const QString& tokenFile, const QString& only = {});

// Plays the scenes one after the other from the event loop.
class Player final : public QObject
{
    Q_OBJECT
public:
    Player(QList<Scene> scenes, Album& album);
    void start();

Q_SIGNALS:
    void finished(bool well);

private:
    void next();
    void look();

    QList<Scene> m_scenes;
    Album& m_album;
    QTimer m_timer;
    int m_looks = 0;
    int m_calm = 0;
};

} // namespace holdfast::pictures
