// SPDX-License-Identifier: Apache-2.0
// Stands in for libFuzzer where the compiler has none: feeds a target its examples, every beginning of them,
// and changed copies that are the same in each run. Usage: TARGET FILE_OR_DIRECTORY...
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

using Bytes = std::vector<uint8_t>;
using Clock = std::chrono::steady_clock;

constexpr std::size_t longest = 65536;
constexpr std::size_t beginnings = 200; // of each example, evenly spread
constexpr int copies = 3000; // changed, of each example
constexpr auto patience = std::chrono::seconds(4); // for the changed copies of all examples together

Bytes read(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    Bytes bytes {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    bytes.resize(std::min(bytes.size(), longest));
    return bytes;
}

std::vector<Bytes> examples(int argc, char** argv)
{
    std::vector<std::filesystem::path> paths;
    for (int i = 1; i < argc; ++i) {
        if (std::filesystem::is_directory(argv[i])) {
            for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
                paths.push_back(entry.path());
            }
        } else {
            paths.emplace_back(argv[i]);
        }
    }
    std::sort(paths.begin(), paths.end()); // the same order everywhere
    std::vector<Bytes> found;
    for (const auto& path : paths) {
        found.push_back(read(path));
    }
    return found;
}

// One to eight changes: a byte flipped, replaced, doubled, taken away, or a run copied to elsewhere.
Bytes changed(Bytes bytes, std::mt19937& random)
{
    const auto below = [&random](std::size_t end) {
        return end == 0 ? 0 : random() % end;
    };
    for (auto changes = 1 + below(8); changes > 0 && !bytes.empty(); --changes) {
        const auto at = static_cast<std::ptrdiff_t>(below(bytes.size()));
        switch (below(5)) {
        case 0:
            bytes[static_cast<std::size_t>(at)] ^= static_cast<uint8_t>(1U << below(8));
            break;
        case 1:
            bytes[static_cast<std::size_t>(at)] = static_cast<uint8_t>(random());
            break;
        case 2:
            bytes.insert(bytes.begin() + at, bytes[static_cast<std::size_t>(at)]);
            break;
        case 3:
            bytes.erase(bytes.begin() + at);
            break;
        default: {
            const auto from = below(bytes.size());
            const Bytes run(bytes.begin() + static_cast<std::ptrdiff_t>(from),
                            bytes.begin()
                                + static_cast<std::ptrdiff_t>(
                                    from + below(std::min<std::size_t>(64, bytes.size() - from))));
            bytes.insert(bytes.begin() + at, run.begin(), run.end());
            break;
        }
        }
    }
    bytes.resize(std::min(bytes.size(), longest));
    return bytes;
}

void feed(const Bytes& bytes)
{
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<Bytes> seeds = examples(argc, argv);
    if (seeds.empty()) {
        std::fputs("there are no examples\n", stderr);
        return 1;
    }
    std::size_t fed = 0;
    for (const Bytes& seed : seeds) {
        const std::size_t step = std::max<std::size_t>(1, seed.size() / beginnings);
        for (std::size_t length = 0; length < seed.size(); length += step) {
            feed(Bytes(seed.begin(), seed.begin() + static_cast<std::ptrdiff_t>(length)));
            ++fed;
        }
        feed(seed);
        ++fed;
    }
    std::mt19937 random(20260512); // NOLINT: the same each time is what is wanted
    const auto end = Clock::now() + patience;
    for (int copy = 0; copy < copies && Clock::now() < end; ++copy) {
        for (const Bytes& seed : seeds) {
            feed(changed(seed, random));
            ++fed;
        }
    }
    std::printf("%zu inputs from %zu examples\n", fed, seeds.size());
    return 0;
}
