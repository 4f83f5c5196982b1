"""The people of this issue's pictures: what they wear and how they stand or sit."""

from __future__ import annotations

from dataclasses import replace

from heads import Head
from palette import COAL, CORAL, FOG, GRAY, INK, PALE, PAPER, RED, ROSE, SALMON, SILVER, SLATE, STEEL, TAN, TAN_SHADE
from people import Bearing, Stance, Wear

FACE = Head(features=True)
DARK = Head(features=True, skin=TAN, shade=TAN_SHADE)
WORKER = Wear(head=replace(DARK, hat="helmet"), top=SLATE, bottom=COAL, stripes=FOG)
MATE = Wear(head=replace(FACE, hat="helmet", hat_ink=SALMON), top=STEEL, bottom=COAL, stripes=ROSE)
FOREWOMAN = Wear(head=replace(FACE, hairdo="tail", hat="helmet"), top=GRAY, bottom=SLATE, stripes=PALE)
REFEREE = Wear(head=replace(FACE, hat="cap"), top=SILVER, bottom=COAL, vest=RED, collar=PAPER)
VOLUNTEER = Wear(head=replace(FACE, hairdo="bob"), top=PALE, bottom=SLATE, vest=RED, collar=PAPER)
SWEEPER = Wear(head=replace(DARK, hat="cap", hat_ink=SALMON), top=CORAL, bottom=SLATE, stripes=PAPER)
COURIER = Wear(head=replace(FACE, hat="helmet", hat_ink=COAL), top=RED, bottom=COAL, pack=COAL, shoes=INK)
WOMAN = Wear(head=replace(FACE, hairdo="long"), top=SALMON, bottom=COAL)
LADY = Wear(head=replace(FACE, hairdo="bun"), top=COAL, bottom=COAL, collar=PAPER, skirt=True)
MAN = Wear(head=FACE, top=STEEL, bottom=COAL, collar=PAPER)
ELDER = Wear(head=Head(features=True, hair=GRAY, glasses=True), top=FOG, bottom=SLATE)
GIRL = Wear(head=Head(hairdo="tail", features=True), top=RED, bottom=SLATE, bare=True, shoes=PAPER)
BOY = Wear(head=Head(features=True), top=SLATE, bottom=COAL, bare=True, shoes=RED)

SITTING = Stance(near_arm=(46, 80), far_arm=(52, 92), near_leg=(86, 2), far_leg=(82, -4), lean=4)
KNEELING = Stance(near_arm=(58, 84), far_arm=(50, 72), near_leg=(12, -84), far_leg=(80, 0), lean=10)
PUSHING = Stance(near_arm=(38, 62), far_arm=(46, 70), near_leg=(-22, -42), far_leg=(34, 4), lean=16)
REACHING = Stance(near_arm=(74, 88), far_arm=(84, 96), near_leg=(-8, -14), far_leg=(14, 2), lean=8)
OFFERING = Stance(near_arm=(24, 84), far_arm=(36, 94), near_leg=(-3, -6), far_leg=(6, 2), lean=2)
WALKING = Stance(near_arm=(-20, 4), far_arm=(22, 40), near_leg=(22, 6), far_leg=(-18, -28), lean=4)

FRONT = Bearing(front=True)
HANDS_ON_TABLE = Bearing(front=True, left=((-15.5, -66), (-7.0, -54)), right=((15.5, -66), (7.0, -54)))
WRITING = Bearing(front=True, left=((-16, -66), (-5.0, -55)), right=((16.5, -66), (3.0, -56)))
HOLDING_BOOK = Bearing(front=True, left=((-15.5, -67), (-6.0, -62)), right=((15.5, -67), (6.0, -62)))
ARMS_UP = Bearing(front=True, left=((-19.0, -90), (-14.0, -107)), right=((19.0, -90), (14.0, -107)))
CLAPPING = Bearing(front=True, left=((-15.5, -68), (-2.5, -70)), right=((15.5, -68), (2.5, -70)))
SPEAKING = Bearing(front=True, left=((-15.5, -66), (-8.0, -55)), right=((17.5, -70), (22.0, -83)))
