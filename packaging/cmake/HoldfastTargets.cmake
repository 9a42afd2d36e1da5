# SPDX-License-Identifier: Apache-2.0
# The flags that every target takes, and the three kinds of target there are.

add_library(holdfast_flags INTERFACE)
target_include_directories(holdfast_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(
  holdfast_flags
  INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_CONTEXTLESS_CONNECT
            QT_NO_URL_CAST_FROM_STRING
            BOOST_ASIO_NO_DEPRECATED BOOST_BEAST_USE_STD_STRING_VIEW
            HOLDFAST_VERSION="${PROJECT_VERSION}")
target_compile_options(
  holdfast_flags
  INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wcast-align
            -Wno-missing-field-initializers -fstack-protector-strong -fno-semantic-interposition
            $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> $<$<BOOL:${HOLDFAST_WERROR}>:-Werror> $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
target_link_options(holdfast_flags INTERFACE -Wl,-z,relro,-z,now)
if(HOLDFAST_SANITIZE)
  target_compile_options(holdfast_flags INTERFACE -fsanitize=${HOLDFAST_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(holdfast_flags INTERFACE -fsanitize=${HOLDFAST_SANITIZE})
  if(HOLDFAST_SANITIZE MATCHES thread)
    add_library(holdfast_plain_clone OBJECT "${PROJECT_SOURCE_DIR}/tests/sanitizers/plain_clone.cpp")
    target_sources(
      holdfast_flags
      INTERFACE $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:$<TARGET_OBJECTS:holdfast_plain_clone>>)
  endif()
endif()

# One precompiled header for all code that knows Qt Core, one for all that knows Qt Widgets: two cores build the whole.
function(_holdfast_precompiled name header)
  file(GENERATE OUTPUT "${PROJECT_BINARY_DIR}/${name}.cpp" CONTENT "// the owner of a precompiled header\n")
  add_library(${name} OBJECT "${PROJECT_BINARY_DIR}/${name}.cpp")
  target_link_libraries(${name} PRIVATE holdfast_flags ${ARGN})
  target_precompile_headers(${name} PRIVATE "${PROJECT_SOURCE_DIR}/packaging/cmake/${header}")
endfunction()
_holdfast_precompiled(holdfast_pch_core precompiled_core.h Qt6::Core tl::expected)
_holdfast_precompiled(holdfast_pch_widgets precompiled_widgets.h Qt6::Widgets Qt6::Network tl::expected)

# A target takes the widest precompiled header that what it links allows: WIDGETS says it knows Qt Widgets.
function(_holdfast_common target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "QOBJECTS;WIDGETS;KNOWS_WIDGETS;NO_PCH" "" "ALONE;LINK;SOURCES")
  target_link_libraries(${target} PRIVATE holdfast_flags)
  if(arg_ALONE)
    set_source_files_properties(${arg_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
  if(arg_QOBJECTS OR arg_WIDGETS)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
  endif()
  if(arg_WIDGETS OR arg_KNOWS_WIDGETS)
    target_link_libraries(${target} PRIVATE Qt6::Widgets Qt6::Network)
    target_precompile_headers(${target} REUSE_FROM holdfast_pch_widgets)
  elseif(NOT arg_NO_PCH)
    target_precompile_headers(${target} REUSE_FROM holdfast_pch_core)
  endif()
endfunction()

# holdfast_library(name [QOBJECTS] [WIDGETS] [NO_PCH] SOURCES ... [ALONE ...] [LINK public ...] [PRIVATE_LINK ...])
# A folder is a library. It links only what stands below it, so that a wrong include does not compile.
# The presets compile several sources at once (CMAKE_UNITY_BUILD); ALONE lists those whose local names clash.
function(holdfast_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "QOBJECTS;WIDGETS;NO_PCH" "" "SOURCES;ALONE;LINK;PRIVATE_LINK")
  add_library(${target} STATIC ${arg_SOURCES} ${arg_ALONE})
  target_link_libraries(${target} PUBLIC Qt6::Core tl::expected ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK})
  _holdfast_common(${target} ${ARGN})
endfunction()

# holdfast_program(name [QOBJECTS] [WIDGETS] SOURCES ... LINK ...)
function(holdfast_program target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "QOBJECTS;WIDGETS;NO_PCH" "" "SOURCES;ALONE;LINK")
  add_executable(${target} ${arg_SOURCES} ${arg_ALONE})
  target_link_libraries(${target} PRIVATE Qt6::Core tl::expected ${arg_LINK})
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
  _holdfast_common(${target} ${ARGN})
endfunction()

# Qt warns where a desktop's runtime folder is missing, and a warning fails a test.
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/runtime")
file(CHMOD "${PROJECT_BINARY_DIR}/runtime" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)

# holdfast_test(layer/tst_subject [WIDGETS] [QOBJECTS] [TIMEOUT seconds] LINK ... [SOURCES more.cpp ...] [DEPENDS program ...])
# The test class is in tests/layer/tst_subject.cpp, QOBJECTS says that others are in SOURCES. An unexpected warning fails it.
function(holdfast_test path)
  cmake_parse_arguments(PARSE_ARGV 1 arg "WIDGETS;QOBJECTS;SERIAL" "TIMEOUT" "SOURCES;LINK;DEPENDS")
  get_filename_component(name "${path}" NAME)
  get_filename_component(layer "${path}" DIRECTORY)
  set(target "${layer}_${name}")
  string(REPLACE "/" "_" target "${target}")
  set(source "${PROJECT_SOURCE_DIR}/tests/${path}.cpp")
  add_executable(${target} "${source}" ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE Qt6::Core Qt6::Test tl::expected ${arg_LINK})
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/bin")
  if(arg_QOBJECTS)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
  else()
    # Of one file: AUTOMOC would compile an empty one beside each test.
    set(moc "${CMAKE_CURRENT_BINARY_DIR}/moc/${name}.moc")
    qt_generate_moc("${source}" "${moc}" TARGET ${target})
    target_sources(${target} PRIVATE "${moc}")
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/moc")
  endif()
  # A test runs once for each time it is compiled.
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release,RelWithDebInfo>:-O1>)
  target_compile_definitions(
    ${target} PRIVATE HOLDFAST_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data" HOLDFAST_BIN="${PROJECT_BINARY_DIR}/bin")
  if(arg_WIDGETS)
    _holdfast_common(${target} KNOWS_WIDGETS)
  else()
    _holdfast_common(${target})
  endif()
  if(arg_DEPENDS)
    add_dependencies(${target} ${arg_DEPENDS})
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  if(HOLDFAST_SANITIZE)
    math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * 10")
  endif()
  add_test(NAME "${layer}/${name}" COMMAND ${target})
  set_tests_properties(
    "${layer}/${name}" PROPERTIES
    TIMEOUT ${arg_TIMEOUT} RUN_SERIAL $<BOOL:${arg_SERIAL}>
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_FATAL_WARNINGS=1;LC_ALL=C.UTF-8;TZ=UTC;XDG_RUNTIME_DIR=${PROJECT_BINARY_DIR}/runtime")
endfunction()
