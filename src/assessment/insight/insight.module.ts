/** What an assessment says about itself (考核说明): explanation, simulation, trial, fairness. It never writes. */
import { Module } from '@nestjs/common';
import { ExplanationReader } from './explanation.reader';
import { FairnessReader } from './fairness.reader';
import { SimulationReader } from './simulation.reader';
import { TrialReader } from './trial.reader';

const readers = [ExplanationReader, SimulationReader, TrialReader, FairnessReader];

@Module({ providers: readers, exports: readers })
export class InsightModule {}
