"""What programs do with the models of models.yaml."""

from __future__ import annotations

import pytest
from api_models import models
from api_models._support.checks import violations_of
from api_models._support.model import read_value, to_json
from api_models.models import (
    Animal,
    Bird,
    Cat,
    Check,
    Counts,
    Dog,
    Field,
    Fish,
    Left,
    Model,
    Names,
    Nothings,
    Pair,
    Pet,
    PetOwner,
    PetRequest,
    Pond,
    Puppy,
    PutPet200ResponseContent,
    PutPetFilter,
    PutPetRequestContent,
    Right,
    Swimmer,
    Tree,
    Zoo,
)
from api_models.models.pet import PET_CHECK, PET_REQUEST_CHECK
from api_models.models.zoo import ZOO_CHECK
from pydantic import ValidationError


def test_what_was_not_set_is_not_sent_and_null_is_where_it_may_be() -> None:
    pet = Pet(pet_id="1", name="Rex", tag=None, nick_name=None, owner=PetOwner(first_name="Ada"))
    assert to_json(pet) == {
        "petId": "1",
        "name": "Rex",
        "nickName": None,
        "owner": {"firstName": "Ada"},
    }


def test_what_is_read_equals_what_is_made() -> None:
    value = {"petId": "1", "name": "Rex", "friends": [{"petId": "2", "name": "Tom"}], "weight": 3}
    pet = read_value(Pet, value)
    assert pet == Pet(pet_id="1", name="Rex", friends=[Pet(pet_id="2", name="Tom")], weight=3)
    assert isinstance(pet.friends[0], Pet)
    assert pet.nick_name is None
    assert to_json(pet) == value


def test_members_that_are_not_declared_are_kept() -> None:
    value = {
        "petId": "1",
        "name": "Rex",
        "pet_id": 5,
        "_fields_set": [1],
        "model_extra": {"a": None},
    }
    pet = read_value(Pet, value)
    assert pet.pet_id == "1"
    assert pet.model_extra == {"pet_id": 5, "_fields_set": [1], "model_extra": {"a": None}}
    assert to_json(pet) == value


def test_an_attribute_that_is_set_later_is_sent() -> None:
    pet = Pet(pet_id="1", name="Rex")
    pet.nick_name = None
    pet.weight = 2.0
    assert to_json(pet) == {"petId": "1", "name": "Rex", "nickName": None, "weight": 2}


def test_requests_need_not_have_what_is_only_read() -> None:
    assert to_json(PetRequest(name="Rex")) == {"name": "Rex"}
    assert violations_of(PET_REQUEST_CHECK, {"name": "Rex"}) == []
    assert [each.pointer for each in violations_of(PET_CHECK, {"name": "Rex"}, "/body")] == [
        "/body/petId"
    ]


def test_pydantic_says_what_is_missing_where_a_program_makes_an_object() -> None:
    with pytest.raises(ValidationError, match="petId"):
        Pet.model_validate({"name": "Rex"})


def test_checks_tell_which_class_a_value_is_of() -> None:
    value = {"animals": [{"kind": "dog", "size": 1}, {"kind": "cat", "size": 2}], "star": "Rex"}
    assert violations_of(ZOO_CHECK, value) == []
    zoo = read_value(Zoo, value)
    assert [type(each) for each in zoo.animals] == [Dog, Cat]
    stars = read_value(Zoo, {"star": [{"kind": "cat"}]}), read_value(Zoo, {"star": {"kind": "dog"}})
    assert [each.star for each in stars] == [[Cat(kind="cat")], Dog(kind="dog")]
    assert type(read_value(Animal | None, {"kind": "dog"})) is Dog


def test_where_several_classes_allow_a_value_its_discriminator_says_which_it_is_of() -> None:
    fish, bird = {"species": "Fish"}, {"species": "Bird"}
    swimmers = [{"species": "carp"}, {"species": "duck", "near": {"species": "carp"}}]
    pond = read_value(Pond, {"first": fish, "second": fish, "others": [*swimmers, fish]})
    assert (type(pond.first), type(pond.second)) == (Fish, Fish)
    assert [type(each) for each in pond.others] == [Fish, Bird, Bird]
    assert type(pond.others[1].near) is Fish
    assert type(read_value(Pond, {"first": bird}).first) is Bird
    assert read_value(Pond, {"first": None}).first is None
    assert type(read_value(Swimmer | None, {"species": "carp"})) is Fish
    own = Pond(first=Fish(species="Fish"), others=[Bird(species="duck")])
    assert to_json(own) == {"first": fish, "others": [{"species": "duck"}]}


def test_a_class_has_all_members_of_what_it_is_made_of() -> None:
    puppy = Puppy(kind="dog", months=3, size=1.5)
    assert to_json(puppy) == {"kind": "dog", "months": 3, "size": 1.5}
    assert read_value(Puppy, {"kind": "dog", "months": 3, "size": 1.5}) == puppy


def test_members_of_any_name_have_their_type() -> None:
    counts = read_value(Counts, {"total": 1, "tom": {"kind": "cat"}})
    assert counts.__pydantic_extra__ == {"tom": Cat(kind="cat")}
    assert to_json(counts) == {"total": 1, "tom": {"kind": "cat"}}


def test_types_may_hold_themselves() -> None:
    tree: Tree = {"a": {"b": {}}}
    assert to_json(read_value(Tree, tree)) == tree
    left = Left(right=Right(left=Left()))
    assert read_value(Left, {"right": {"left": {}}}) == left


def test_positions_have_types_of_their_own() -> None:
    pair: Pair = ("a", Cat(kind="cat"))
    assert read_value(Pair, ["a", {"kind": "cat"}]) == pair
    assert to_json(pair) == ["a", {"kind": "cat"}]


def test_integers_are_whole_however_they_are_written() -> None:
    cat = read_value(Cat, {"kind": "cat", "size": 3.0})
    assert (type(cat.size), to_json(cat)) == (int, {"kind": "cat", "size": 3})


def test_names_that_cannot_be_attributes_have_others() -> None:
    names = Names(copy_="a", str_="b", list_=["c"], id="d", proto="e", a_b="g", a_b2="f", a_b3="h")
    assert to_json(names) == {
        "copy": "a",
        "_id": "d",
        "__proto__": "e",
        "str": "b",
        "list": ["c"],
        "a-b": "f",
        "a_b": "g",
        "aB": "h",
    }
    wire = {"model_config": "a", "model_fields": "b", "": "c", '"\\': "d", "1st": "e", "self": "f"}
    assert to_json(read_value(Names, wire)) == wire
    kanji = getattr(models, "日本")
    assert to_json(read_value(kanji, {"日本": {"東京": "x"}})) == {"日本": {"東京": "x"}}
    check: Check = "a"
    assert to_json(Model(field=Field(literal="x", json_value=[check]))) == {
        "field": {"literal": "x", "json-value": ["a"]}
    }


def test_what_operations_hold_has_classes() -> None:
    content = PutPetRequestContent(pet=PetRequest(name="Rex"))
    assert read_value(PutPetRequestContent, {"pet": {"name": "Rex"}}) == content
    assert PutPet200ResponseContent(pet=Pet(pet_id="1", name="Rex")).at is None
    assert to_json(PutPetFilter(min=1)) == {"min": 1}


def test_what_can_only_be_null_is_none() -> None:
    assert to_json(Nothings(nothing=None)) == {"nothing": None}


def test_text_of_the_model_is_that_of_the_class() -> None:
    assert Pet.__doc__ == 'A pet, or a """trick""".\n    Its \\ is kept.\n    '


def test_what_is_nested_too_deeply_is_refused_and_not_a_crash() -> None:
    deep: dict[str, object] = {"petId": "1", "name": "Rex"}
    for _ in range(5000):
        deep = {"petId": "1", "name": "Rex", "friends": [deep]}
    report = violations_of(PET_CHECK, deep, "/body")
    assert [(each.pointer, each.message) for each in report] == [("/body", "is nested too deeply")]


def test_what_is_as_deep_as_checks_go_is_read() -> None:
    deep: dict[str, object] = {"petId": "1", "name": "Rex"}
    while not violations_of(PET_CHECK, deep):
        value, deep = deep, {"petId": "1", "name": "Rex", "friends": [deep]}
    assert to_json(read_value(Pet, value)) == value
